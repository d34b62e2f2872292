import type { components } from "@/types/api";

type Schemas = components["schemas"];

export type Session = Schemas["Session"];
export type Role = Schemas["Role"];
export type RiskBand = Schemas["RiskBand"];
export type RiskTrend = Schemas["RiskTrend"];
export type Cause = Schemas["Cause"];
export type Profile = Schemas["Profile"];
export type CustomerSummary = Schemas["CustomerSummary"];
export type CustomerPage = Schemas["CustomerPage"];
export type CustomerDetail = Schemas["CustomerDetail"];
export type CustomerRisk = Schemas["CustomerRisk"];
export type HistoryEntry = Schemas["HistoryEntry"];
export type AlertEntry = Schemas["AlertEntry"];
export type Reason = Schemas["Reason"];
export type RiskDashboard = Schemas["RiskDashboard"];
export type BandShare = RiskDashboard["bands"][number];
export type TrendPoint = RiskDashboard["trend"][number];
export type GeographyRisk = RiskDashboard["geographies"][number];
export type BandCrossing = RiskDashboard["recent_changes"][number];
export type ChampionModel = NonNullable<RiskDashboard["model"]>;
export type Problem = Schemas["Problem"];
