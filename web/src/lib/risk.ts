import type { BandShare, RiskBand } from "@/lib/api/schema";

/** Every band, mildest first. */
export const RISK_BANDS = ["LOW", "MEDIUM", "HIGH", "CRITICAL"] as const satisfies readonly RiskBand[];

export const BAND_LABEL: Record<RiskBand, string> = {
  LOW: "Low",
  MEDIUM: "Medium",
  HIGH: "High",
  CRITICAL: "Critical",
};

export const BAND_COLOUR: Record<RiskBand, string> = {
  LOW: "var(--risk-low)",
  MEDIUM: "var(--risk-medium)",
  HIGH: "var(--risk-high)",
  CRITICAL: "var(--risk-critical)",
};

export const BAND_TEXT: Record<RiskBand, string> = {
  LOW: "text-risk-low-fg",
  MEDIUM: "text-risk-medium-fg",
  HIGH: "text-risk-high-fg",
  CRITICAL: "text-risk-critical-fg",
};

/** One to four: how many bars the badge fills. */
export function severityOf(band: RiskBand) {
  return RISK_BANDS.indexOf(band) + 1;
}

/** Where the cuts lie is the bank's configuration, so a band is looked up in what the API answered. */
export function bandAt(probability: number, bands: readonly BandShare[]): RiskBand {
  return bands.findLast((band) => probability >= band.from)?.band ?? "LOW";
}

export function rises(band: RiskBand, previous: RiskBand) {
  return severityOf(band) > severityOf(previous);
}
