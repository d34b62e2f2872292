const WIDTH = 88;
const HEIGHT = 28;

type Props = { values: readonly number[]; colour: string; className?: string };

/** The course of a number, without axes. A number that has not moved has no course to show. */
export function Sparkline({ values, colour, className }: Props) {
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest;
  if (values.length < 3 || span === 0) return null;
  const points = values.map((value, index) => {
    const x = (index / (values.length - 1)) * (WIDTH - 4) + 2;
    const y = HEIGHT - 2 - ((value - lowest) / span) * (HEIGHT - 4);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg aria-hidden width={WIDTH} height={HEIGHT} className={className}>
      <title>The last six hours</title>
      <polyline
        points={points.join(" ")}
        fill="none"
        stroke={colour}
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <circle cx={WIDTH - 2} cy={points.at(-1)?.split(",")[1]} r="2" fill={colour} />
    </svg>
  );
}
