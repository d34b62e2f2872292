import { useEffect, useMemo, useRef } from "react";
import UPlot from "uplot";
import { timelineOptions } from "@/components/customer/timeline-options";
import type { BandShare, HistoryEntry } from "@/lib/api/schema";
import { useDark } from "@/lib/use-dark";
import { useSize } from "@/lib/use-size";

type Props = {
  history: readonly HistoryEntry[];
  bands: readonly BandShare[];
  threshold: number;
  /** Called with the index of the score under the pointer, or null. */
  onPoint: (index: number | null) => void;
};

/** The table below tells the same to those who cannot see a canvas. */
export default function TimelineChart({ history, bands, threshold, onPoint }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<UPlot>(null);
  const { width, height } = useSize(box);
  const dark = useDark();
  const latest = useRef<UPlot.AlignedData>([[]]);
  const data = useMemo<UPlot.AlignedData>(
    () => [
      history.map((entry) => Date.parse(entry.timestamp) / 1000),
      history.map((entry) => entry.probability),
    ],
    [history],
  );

  useEffect(() => {
    latest.current = data;
    chart.current?.setData(data);
  }, [data]);

  // uPlot reads its colours once, so another theme means another chart.
  useEffect(() => {
    if (!box.current || width === 0 || height === 0) return;
    const options = timelineOptions({ width, height, bands, threshold, onPoint });
    const drawn = new UPlot(options, latest.current, box.current);
    chart.current = drawn;
    return () => {
      chart.current = null;
      drawn.destroy();
    };
  }, [width, height, bands, threshold, onPoint, dark]);

  return (
    <div
      ref={box}
      className="absolute inset-0"
      role="img"
      aria-label={`Churn probability over time, ${history.length} scores`}
    />
  );
}
