import UPlot from "uplot";
import type { BandShare } from "@/lib/api/schema";
import { BAND_COLOUR } from "@/lib/risk";
import { formatTimeTicks } from "@/lib/time-ticks";

type Settings = {
  width: number;
  height: number;
  bands: readonly BandShare[];
  threshold: number;
  onPoint: (index: number | null) => void;
};

const ALONE_SECONDS = 1800;
/** Room at the right for the threshold's label, where no score can run through it. */
const THRESHOLD_GUTTER = 40;

export function timelineOptions({ width, height, bands, threshold, onPoint }: Settings): UPlot.Options {
  const axis = { stroke: colour("--muted-foreground"), font: `11px ${fontFamily()}`, ticks: { show: false } };
  const grid = { stroke: colour("--chart-grid"), width: 1 };
  const stroke = (chart: UPlot) => bandGradient(chart, bands);
  return {
    width,
    height,
    legend: { show: false },
    padding: [null, THRESHOLD_GUTTER, null, null],
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { size: 9, width: 2, fill: colour("--card"), stroke: colour("--foreground") },
    },
    scales: { x: { time: true, range: roomAround }, y: { range: [0, 1] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 40,
        space: 76,
        values: (_, seconds) => formatTimeTicks(seconds),
      },
      {
        ...axis,
        grid,
        size: 40,
        splits: [0, 0.2, 0.4, 0.6, 0.8, 1],
        values: (_, at) => at.map((p) => p.toFixed(1)),
      },
    ],
    series: [
      {},
      {
        stroke,
        width: 2,
        paths: UPlot.paths.stepped?.({ align: 1 }),
        points: { show: true, size: 6, stroke, fill: colour("--card"), width: 1.5 },
      },
    ],
    hooks: {
      drawAxes: [(chart) => drawThreshold(chart, threshold)],
      setCursor: [(chart) => onPoint(chart.cursor.idx ?? null)],
    },
  };
}

/** The line takes the colour of the band it runs through. */
function bandGradient(chart: UPlot, bands: readonly BandShare[]): CanvasGradient {
  const gradient = chart.ctx.createLinearGradient(
    0,
    chart.valToPos(0, "y", true),
    0,
    chart.valToPos(1, "y", true),
  );
  for (const { band, from, to } of bands) {
    const bandColour = colour(BAND_COLOUR[band].slice("var(".length, -1));
    gradient.addColorStop(from, bandColour);
    gradient.addColorStop(Math.min(to, 1), bandColour);
  }
  return gradient;
}

function drawThreshold(chart: UPlot, threshold: number) {
  const { ctx, bbox } = chart;
  const y = Math.round(chart.valToPos(threshold, "y", true));
  ctx.save();
  ctx.strokeStyle = colour("--muted-foreground");
  ctx.fillStyle = colour("--muted-foreground");
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = `${11 * devicePixelRatio}px ${fontFamily()}`;
  ctx.textAlign = "left";
  const right = bbox.left + bbox.width + 6 * devicePixelRatio;
  ctx.fillText("alert", right, y - 2 * devicePixelRatio);
  ctx.fillText(threshold.toFixed(2), right, y + 11 * devicePixelRatio);
  ctx.restore();
}

/** Keeps the first and last score off the edges, and a single score in the middle. */
/** From the data: of a single score uPlot itself would make an axis of almost three years. */
function roomAround({ data: [times] }: UPlot): [number, number] {
  const first = times[0];
  const last = times[times.length - 1];
  if (first === undefined || last === undefined) return [0, 1];
  const room = (last - first) * 0.02 || ALONE_SECONDS;
  return [first - room, last + room];
}

function colour(variable: string) {
  return getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
}

function fontFamily() {
  return getComputedStyle(document.body).fontFamily;
}
