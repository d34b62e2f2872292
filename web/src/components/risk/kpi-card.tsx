import { Card } from "@/components/ui/card";
import { Sparkline } from "@/components/risk/sparkline";

type Props = {
  label: string;
  value: string;
  note: string;
  /** The course of the number behind `value`, oldest first. */
  course: readonly number[];
  colour: string;
};

export function KpiCard({ label, value, note, course, colour }: Props) {
  return (
    <Card className="relative px-4 py-3.5">
      <h2 className="text-xs font-medium text-muted-foreground">{label}</h2>
      <p className="mt-1 text-[26px]/8 font-semibold tracking-[-0.02em]">{value}</p>
      <p className="mt-0.5 min-h-5 text-xs/5 text-muted-foreground">{note}</p>
      <Sparkline values={course} colour={colour} className="absolute top-4 right-4 hidden sm:block" />
    </Card>
  );
}
