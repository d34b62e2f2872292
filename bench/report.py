#!/usr/bin/env python3
"""Writes the page and the charts of benchmark results: report.py FOLDER/results/NAME.json … writes FOLDER/NAME.md.

Deterministic: the same result gives the same page.
"""

import json
import math
import sys
from html import escape
from pathlib import Path
from statistics import median

TITLES = {
    "scoring": "Scoring and explaining one row",
    "stream": "How many events the stream job takes",
    "stream-sinks": "Writing scored updates into PostgreSQL",
    "stream-latency": "From an update to its row and its alert",
    "stream-swaps": "Swapping the champion under load",
    "training": "How long a training takes",
    "training-quality": "How good the models are",
}

# --- Numbers and tables ---------------------------------------------------------------------------------------------


def number(value):
    """Three digits, or a whole number."""
    if value == round(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def table(header, rows):
    lines = [header, ["---"] + ["---:"] * (len(header) - 1), *rows]
    return "\n" + "".join("| " + " | ".join(line) + " |\n" for line in lines)


def nearest_rank(values, share):
    return sorted(values)[max(1, math.ceil(share * len(values))) - 1]


def grouped(items, *keys):
    """Items by the values of their keys, in the order in which they first appear."""
    groups = {}
    for item in items:
        groups.setdefault(tuple(item[key] for key in keys), []).append(item)
    return groups


def verdict(found, goal, limit=None, at_least=True):
    def meets(bound):
        return found >= bound if at_least else found <= bound

    words = "at least" if at_least else "at most"
    if meets(goal):
        return f"Goal: {words} {number(goal)}, **met**."
    if limit is None:
        return f"Goal: {words} {number(goal)}, **missed**."
    bound = "within" if meets(limit) else "**beyond**"
    return f"Goal: {words} {number(goal)}, **missed**; {bound} the limit of {number(limit)}."


def goals(sentences):
    return "\n## Goals\n\n" + "".join(f"- {sentence}\n" for sentence in sentences) if sentences else ""


def chart(title, unit, bars):
    """Horizontal bars from zero. Brings its own background, as a page may be light on a dark system."""
    height = 56 + 32 * len(bars)
    longest = max(value for _, value, _ in bars)
    svg = f"""<svg xmlns="http://www.w3.org/2000/svg" width="800" height="{height}" viewBox="0 0 800 {height}" \
role="img" font-family="sans-serif" font-size="14">
<title>{escape(title)}</title>
<style>
.ground {{ fill: #ffffff }} text {{ fill: #1f2328 }} .ours {{ fill: #0b6e4f }} .other {{ fill: #8c959f }}
@media (prefers-color-scheme: dark) {{
.ground {{ fill: #0d1117 }} text {{ fill: #e6edf3 }} .ours {{ fill: #3fb950 }} .other {{ fill: #6e7681 }}
}}
</style>
<rect class="ground" width="100%" height="100%"/>
<text x="16" y="28" font-weight="bold">{escape(title)}</text>
"""
    for i, (label, value, ours) in enumerate(bars):
        y, length = 48 + 32 * i, max(1, round(340 * value / longest))
        svg += f"""<text x="322" y="{y + 16}" text-anchor="end">{escape(label)}</text>
<rect class="{"ours" if ours else "other"}" x="330" y="{y}" width="{length}" height="22"/>
<text x="{336 + length}" y="{y + 16}">{number(value)} {escape(unit)}</text>
"""
    return svg + "</svg>\n"


# --- The head of every page -----------------------------------------------------------------------------------------


def head(result):
    run, machine = result["run"], result["run"]["machine"]
    busy = machine["load"] > machine["cores"] / 4
    page = f"# {TITLES[run['benchmark']]}\n"
    if run["quick"] or busy:
        kind = "A quick run" if run["quick"] else "A run"
        page += f"\n> **{kind}{' on a busy machine' if busy else ''}: a first look, not figures to quote.**\n"
    where = [machine["processor"], f"{machine['cores']} cores", f"{machine['memoryGib']:.0f} GiB"]
    return page + table(
        ["", ""],
        [
            ["machine", ", ".join([*where, machine["system"], machine["java"]])],
            ["load average at the start", f"{machine['load']:.2f}"],
            ["date", run["date"]],
            ["commit", run["commit"] or "unknown"],
            ["command", f"`{run['command']}`"],
            ["measured", result["method"]],
        ],
    ).replace("---:", "---")


# --- Scoring --------------------------------------------------------------------------------------------------------

# origin, title, reference, what the ratio means, whether it is of times instead of speeds, contenders
COMPARISONS = {
    "scoring": (
        "Spark",
        "Scoring one row",
        "JPMML",
        "times jpmml's speed",
        ["OURS", "OURS_FROM_PROFILE", "OURS_AT_ONCE", "SPARK", "JPMML"],
    ),
    "explaining": (
        "Spark",
        "Explaining one row",
        "TEXTBOOK_TREE_SHAP",
        "times the textbook's speed",
        ["TREE_SHAP", "TREE_SHAP_FROM_PROFILE", "TREE_SHAP_AT_ONCE", "TEXTBOOK_TREE_SHAP"],
    ),
    "peers": (
        "scikit-learn",
        "Scoring one row beside peers",
        "OURS",
        "times Churnwatch's time",
        ["OURS", "TREELITE_TUNED", "TREELITE", "ONNX_RUNTIME", "JPMML"],
    ),
}

# origin, forest, contender, compared with (or None: nanoseconds), words, goal, limit
SCORING_GOALS = [
    ("Spark", "100x5", "OURS", "JPMML", "times as fast as jpmml", 100, 60),
    ("Spark", "100x10", "OURS", "JPMML", "times as fast as jpmml", 100, 60),
    ("Spark", "300x12", "OURS", "JPMML", "times as fast as jpmml", 60, 40),
    ("Spark", "100x10", "OURS", None, "ns per score", 1_000, None),
    ("Spark", "100x10", "TREE_SHAP", None, "ns per TreeSHAP", 150_000, 400_000),
    ("Spark", "100x10", "TREE_SHAP", "TEXTBOOK_TREE_SHAP", "times as fast as the textbook's TreeSHAP", 30, 20),
    *(
        ("scikit-learn", shape, "OURS", peer, f"times as fast as {words}", goal, None)
        for shape in ("100x5", "100x10", "300x12")
        for peer, words, goal in [
            ("ONNX_RUNTIME", "ONNX Runtime", 8),
            ("TREELITE", "Treelite's C", 5),
            ("TREELITE_TUNED", "Treelite's tuned C", 5),
        ]
    ),
]
SMALLEST_OBJECT = 16  # bytes; the measuring itself allocates a little
SPREAD_MAX = 1.5  # from the fastest iteration to the slowest: beyond, something else was running

SCORING_NOTES = """
One thread and one row at a time, the next of some 2,000 held-out customers at every operation. Medians over the iterations
of all rounds. Bytes are those on the Java heap; the measuring itself takes some kilobytes per iteration.

- *Encoded row*, *vector*: numbers and category codes are ready in an array, or whatever the contender takes instead. *From
  the profile*: values are looked up, checked and encoded first. *At once*: the time of one row of many.
- The *textbook's TreeSHAP* is Lundberg's algorithm 2, written in `bench`, on the trees as our engine reads them.
- *jpmml*: a map of raw values for every row, made beforehand. *Spark*: `predictProbability(Vector)`, without a session.
- *ONNX Runtime*: one thread; the tensors are made once and used in place.
- *Treelite*: the C that tl2cgen writes, compiled with `gcc -O2 -march=native`, called row by row by a C program that takes
  its time itself (`bench/peers`). *Tuned*: with branches annotated and thresholds quantized.

The forests are trained on the bundled sample: by Spark with the settings of `./churnwatch train`, by scikit-learn with its
defaults.
"""


class Timing:
    """The iterations of one contender on one forest, over all rounds."""

    def __init__(self, results):
        self.title = results[0]["title"]
        self.nanos = self.raw(results, lambda result: result["primaryMetric"])
        self.bytes = self.raw(results, lambda result: result.get("secondaryMetrics", {}).get("gc.alloc.rate.norm", {}))
        self.time = median(self.nanos)
        self.unsteady = max(self.nanos) > SPREAD_MAX * min(self.nanos)
        self.ours = self.title.startswith("Churnwatch")

    @staticmethod
    def raw(results, metric):
        return [value for result in results for fork in metric(result).get("rawData", []) for value in fork]


def scoring(result, folder):
    figures = result["figures"]
    timings = {key: Timing(found) for key, found in grouped(figures["results"], "origin", "forest", "contender").items()}
    page = f"\nWith {', '.join(figures['versions'])}.\n" + SCORING_NOTES
    for forest in figures["forests"]:
        page += forest_section(forest, timings, folder)
    return page + goals(scoring_goals(timings))


def forest_section(forest, timings, folder):
    origin, shape = forest["origin"], forest["forest"]
    page = "\n## {} trees of depth {}, by {}\n".format(*shape.split("x"), origin)
    for name, comparison in COMPARISONS.items():
        found = {key: timings[origin, shape, key] for key in comparison[4] if (origin, shape, key) in timings}
        if comparison[0] == origin and comparison[2] in found:
            page += comparison_section(name, shape, comparison, found, folder)
    checks = ", ".join(
        f"{check['who']} " + (f"within {check['difference']:.1e}" if check["difference"] else "to the last bit")
        for check in forest["agreement"]["checks"]
    )
    customers = forest["agreement"]["customers"]
    return page + f"\nChecked on {customers:,} customers before the measurement: our scores equal those of {checks}.\n"


def comparison_section(name, shape, comparison, found, folder):
    origin, title, reference, ratio, _ = comparison
    unit, factor = ("µs", 1e-3) if name == "explaining" else ("ns", 1)
    bars = [(timing.title, factor * timing.time, timing.ours) for key, timing in found.items() if (name, key) != ("peers", "JPMML")]
    image = f"img/{name}-{shape}.svg"
    (folder / "img").mkdir(exist_ok=True)
    (folder / image).write_text(chart(f"{title}, {shape} of {origin}", unit, bars), encoding="utf-8")
    rows = []
    for timing in found.values():
        speed = found[reference].time / timing.time
        rows.append(
            [
                timing.title + (" (unsteady)" if timing.unsteady else ""),
                number(factor * timing.time),
                f"{number(factor * min(timing.nanos))} – {number(factor * max(timing.nanos))}",
                number(1 / speed if name == "peers" else speed),
                number(round(median(timing.bytes))) if timing.bytes else "–",
            ]
        )
    header = ["", f"{unit} per row", "fastest to slowest iteration", ratio, "bytes per row"]
    return f"\n### {title}\n\n![{title}]({image})\n" + table(header, rows)


def scoring_goals(timings):
    sentences = []
    for origin, shape, contender, other, words, goal, limit in SCORING_GOALS:
        timing, peer = timings.get((origin, shape, contender)), timings.get((origin, shape, other))
        if timing is None or (other and peer is None):
            continue
        found = peer.time / timing.time if other else timing.time
        unsteady = timing.unsteady or (other and peer.unsteady)
        sentences.append(
            f"{shape} by {origin}, {words}: {number(found)}{' (of unsteady figures)' if unsteady else ''}. "
            + verdict(found, goal, limit, at_least=bool(other))
        )
    for (origin, shape, contender), timing in timings.items():
        if origin == "Spark" and contender == "OURS":
            size = median(timing.bytes)
            size = 0 if size < SMALLEST_OBJECT else size
            sentences.append(f"{shape}, bytes per score: {number(size)}. " + verdict(size, 0, at_least=False))
    return sentences


# --- The stream job -------------------------------------------------------------------------------------------------

VARIANTS = {
    "pass-through": "parsed, then a made-up result of the same width; no state",
    "constant": "the whole job, whose model is one leaf over the same ten fields",
    "full": "the whole job, with a forest of 100 trees of depth 10",
    "no-reasons": "the same, nothing explained",
    "jpmml": "the same, scored by jpmml, which explains nothing either; a quarter of the updates",
}

STREAM_NOTES = """
Kafka (one broker, 4 partitions), PostgreSQL (fsync and synchronous_commit on) and the job (one process, parallelism 2,
RocksDB, a checkpoint every 5 s) are those of `./churnwatch up`, with its settings, on one machine. The feed lies in the topic
before the job starts; every run has an empty state and empty tables.

- *Events/s*: on the clock, at the sink; for PostgreSQL, committed. The median of the runs, and the slowest to the fastest.
- *CPU µs*: processor time per event, from `/proc`: of the job's process (with compiler and garbage collector), the broker,
  and all of PostgreSQL. *Two free cores*: the rate that two otherwise idle processors would give.
- *Others*: how many processors everything else on the machine kept busy. *Load*: the load average at the end of a run.

"""


def stream(result, folder):
    figures = result["figures"]
    runs = {key: [run["figures"] for run in found] for key, found in grouped(figures["runs"], "variant", "sinks", "customers").items()}
    customers = next(iter(runs))[2]
    page = f"\n{customers:,} customers, each sent whole and not counted, then one change at a time.\n"
    if figures["mix"]:
        moved, unchanged, alerts = (number(100 * figures["mix"][key]) for key in ("moved", "unchanged", "alerts"))
        page += f"{moved} % of the scores move by a point or more and carry reasons, {unchanged} % do not move; {alerts} % raise an alert.\n"
    page += STREAM_NOTES + "".join(f"- *{name}*: {words}.\n" for name, words in VARIANTS.items())
    page += "\nBeside this: [the sinks](stream-sinks.md), [the latency](stream-latency.md), [where the time goes](stream-notes.md).\n"
    for sinks, title in (("REAL", "With PostgreSQL and Kafka"), ("DISCARDING", "Without sinks")):
        rows = [stream_row(variant, found) for (variant, to, count), found in runs.items() if (to, count) == (sinks, customers)]
        header = ["", "events/s", "slowest – fastest", "CPU µs: job", "Kafka", "PostgreSQL", "all", "two free cores", "others", "load"]
        page += f"\n## {title}\n" + table(header, rows) if rows else ""
    return page + more_customers(runs) + goals(stream_goals(runs, customers))


def middle(runs, key):
    return median(run[key] for run in runs)


def total_micros(runs):
    return median(run["jobMicros"] + run["kafkaMicros"] + run["postgresMicros"] for run in runs)


def stream_row(variant, runs):
    rates = [run["perSecond"] for run in runs]
    return [
        variant,
        f"{median(rates):,.0f}",
        f"{min(rates):,.0f} – {max(rates):,.0f}",
        *(f"{middle(runs, key):.1f}" for key in ("jobMicros", "kafkaMicros", "postgresMicros")),
        f"{total_micros(runs):.1f}",
        f"{2e6 / total_micros(runs):,.0f}",
        f"{middle(runs, 'othersCores'):.2f}",
        f"{middle(runs, 'load'):.1f}",
    ]


def states(runs):
    return {count: found for (variant, sinks, count), found in runs.items() if (variant, sinks) == ("no-reasons", "DISCARDING")}


def more_customers(runs):
    rows = []
    for count, found in states(runs).items():
        last = found[-1]["checkpoints"]
        rows.append(
            [
                f"{count:,}",
                f"{middle(found, 'perSecond'):,.0f}",
                f"{middle(found, 'jobMicros'):.1f}",
                *(f"{last[key] / 2**20:.1f} MiB" for key in ("stateBytes", "writtenBytes")),
                *(f"{last[key]:,} ms" for key in ("millis", "millisMax")),
            ]
        )
    header = ["customers", "events/s", "CPU µs of the job", "state in a checkpoint", "written by the last", "a checkpoint takes", "at most"]
    intro = "\n## More customers\n\nThe full job without reasons and sinks; every customer is sent before the measurement.\n"
    return intro + table(header, rows) if len(rows) > 1 else ""


def stream_goals(runs, customers):
    rates = {variant: middle(found, "perSecond") for (variant, sinks, count), found in runs.items() if (sinks, count) == ("REAL", customers)}
    micros = {variant: middle(found, "jobMicros") for (variant, sinks, count), found in runs.items() if (sinks, count) == ("DISCARDING", customers)}
    sentences = []
    for other, words, goal, limit in (("constant", "the constant score's", 70, 60), ("pass-through", "pass-through's", 50, 35)):
        if {"full", other} <= rates.keys():
            found = 100 * rates["full"] / rates[other]
            sentences.append(f"The full job reaches {number(found)} % of {words} rate. " + verdict(found, goal, limit))
    if {"jpmml", "no-reasons", "constant"} <= micros.keys():
        ours = micros["no-reasons"] - micros["constant"]
        if ours > 0:
            found = (micros["jpmml"] - micros["constant"]) / ours
            sentences.append(f"Scoring by jpmml costs {number(found)} times what ours does. " + verdict(found, 3))
    if "full" in rates:
        sentences.append(f"The full job writes {number(rates['full'])} events a second. " + verdict(rates["full"], 30_000, 20_000))
    found = states(runs)
    if len(found) > 1:
        share = 100 * middle(found[max(found)], "perSecond") / middle(found[min(found)], "perSecond")
        sentences.append(f"The most customers leave {number(share)} % of the rate with the fewest. " + verdict(share, 75))
    return sentences


SINKS_NOTES = """
One connection, real tables with all their indexes and foreign keys, fsync and synchronous_commit on. The results are those of
the simulated feed over the 10,000 customers of the sample: scored by a forest, with reasons where a score moved by a point,
and alerts by the default rules. The job's own pipeline makes them, before the clock starts. Every row is a new event of a known
customer. All but the first contender write `churn_risk_history` alone, in transactions of 1,000 rows; they share the tables,
which grow.

Medians over the rounds, in brackets the slowest and the fastest. *Client* and *server* are microseconds of CPU for a row: of
the process that writes (with its compiler and collector), and of all PostgreSQL's processes.
"""


def sinks(result, folder):
    found = {key: rounds for (key,), rounds in grouped(result["figures"], "contender").items()}
    rates = {key: [each["rows"] / each["seconds"] for each in rounds] for key, rounds in found.items()}
    copy = median(rates["COPY"])
    rows = []
    for key, rounds in found.items():
        client, server = (median(1e6 * each[cpu] / each["rows"] for each in rounds) for cpu in ("clientSeconds", "serverSeconds"))
        speed = median(rates[key])
        spread = f"({min(rates[key]):,.0f}–{max(rates[key]):,.0f})"
        cpu = [f"{client:.1f}", f"{server:.1f}", f"{client + server:.1f}"]
        rows.append([rounds[0]["title"], f"{speed:,.0f} {spread}", f"{100 * speed / copy:.0f} %", *cpu])
    share = 100 * median(rates["OURS"]) / copy
    return (
        SINKS_NOTES
        + table(["", "rows/s", "of COPY", "client", "server", "together"], rows)
        + goals([f"Our sink writes {share:.0f} % of the rows that COPY writes in the same time. " + verdict(share, 70)])
    )


LATENCY_NOTES = """
The stream job in a JVM of its own with its default settings (parallelism 2, checkpoints every 5 s), real Kafka and PostgreSQL
with fsync, the simulated feed over the 10,000 customers of the sample, a small forest of Spark. Producer, services, job and
readers share the machine; the events are made beforehand.

The latency of an event counts from the moment it is due, even when the producer was late. It ends when a reader that polls
`churn_risk_history` every 5 ms has read the row, or a consumer of `churnwatch.risk-alerts` has read the alert. Milliseconds.
"""
ARRIVED_MIN = 0.999  # an update that another one supersedes in the same millisecond makes no row


def latency(result, folder):
    page = LATENCY_NOTES
    for load in result["figures"]:
        rows = []
        for what in ("row", "alert"):
            rounds = load[what + "s"]
            rows += [latency_row(f"{what}, round {i}", each) for i, each in enumerate(rounds, 1)]
            rows.append(latency_row(f"**{what}, median**", {key: median_low(rounds, key) for key in rounds[0]}))
        page += f"\n## {load['eventsPerSecond']:,} events a second\n" + table(["", "events", "p50", "p95", "p99", "max"], rows)
        if not kept_up(load):
            page += f"\n**The job did not keep up:** half a minute after the last event {load['arrived']:,} of {load['events']:,} rows had arrived.\n"
    last = result["figures"][-1]
    found = median_low(last["alerts"], "p99")
    judged = verdict(found, 250, 500, at_least=False) if kept_up(last) else "**No answer**, as the job did not keep up."
    return page + goals([f"At {last['eventsPerSecond']:,} events a second, 99 % of the alerts arrive within {found:.0f} ms. {judged}"])


def kept_up(load):
    return load["arrived"] >= ARRIVED_MIN * load["events"]


def median_low(rounds, key):
    return nearest_rank([float(each[key]) for each in rounds], 0.5)  # float: a round without events has "NaN"


def latency_row(what, each):
    return [what, f"{each['count']:,.0f}", *(f"{float(each[key]):.0f}" for key in ("p50", "p95", "p99", "max"))]


def swaps(result, folder):
    figures, pauses = result["figures"], result["figures"]["pauses"]
    found = nearest_rank(pauses["swapMillis"], 0.99)
    rows = [
        [words, *(number(nearest_rank(pauses[part], share)) for part in ("swapMillis", "calmMillis"))]
        for words, share in (("median", 0.5), ("p99", 0.99), ("longest", 1))
    ]
    return (
        f"""
The feed has {figures['eventsPerSecond']:,} events a second, {figures['events']:,} in all. Each champion is a forest of
{figures['forest']} of its own, published a second before it takes effect. A *pause* is the longest that an event waited between
the log and its score, less what half of all events waited at most ({number(pauses['usualMillis'])} ms). For a swap it counts from
the announcement, when the model is fetched, verified and warmed beside the stream, until a second after the model took effect.
*Calm* is as much time right after, without a swap: what it shows is not caused by the swap.
"""
        + table(["pause in ms", "of the swaps", "calm"], rows)
        + goals([f"The p99 of the pauses is {number(found)} ms. " + verdict(found, 100, 250, at_least=False)])
    )


# --- Training -------------------------------------------------------------------------------------------------------

TRAINING_NOTES = """
- *Load*: from the start until the customers are in memory; ours starts Spark, and checks every row as the feed would.
- *Fit*: from there to the forest, with splitting, imputing, and indexing or one-hot encoding. Ours cuts numbers into 64 bins;
  scikit-learn's looks at every value.
- *Evaluate*: scoring the held-out customers, and the ROC AUC; ours adds calibration, confusion and more.
- *The rest*: export to PMML, the parity gate, the review, model card and charts. Only ours does that, so *fit* compares like
  with like, and *process* does not.
- *Peak*: the most memory that the process had at once (`ru_maxrss`). A JVM takes what it may before it cleans up.

Medians of the rounds. Seconds, and MiB.
"""


def training(result, folder):
    figures = result["figures"]
    found = grouped(figures["trainings"], "customers", "trainer")
    page = f"""
With {figures['versions']}. A forest of {figures['trees']} trees of depth {figures['depth']}, 5 customers in a leaf, half of the
features per split, on every core. The customers are generated in the shape of the public bank-churn table; a fifth of them, at
most 100,000, is held out. *Churnwatch* is `./churnwatch train --out` in a JVM with a heap of at most {figures['memory']};
*scikit-learn* is its `RandomForestClassifier` with `n_jobs=-1` on the same file. Each training is a new process.
"""
    keys = ("load", "fit", "evaluate", "rest", "process")
    rows = [
        [
            f"{customers:,}, {trainer}",
            *(f"{middle(runs, key):.1f}" for key in keys),
            f"{middle(runs, 'peakMebibytes'):,.0f}",
            f"{middle(runs, 'rocAuc'):.4f}",
        ]
        for (customers, trainer), runs in sorted(found.items())
    ]
    page += TRAINING_NOTES + table(["customers", "load", "fit", "evaluate", "the rest", "process", "peak", "ROC AUC"], rows)
    sentences = []
    for customers in sorted({customers for customers, _ in found}):
        ours, peer = found[customers, "Churnwatch"], found[customers, "scikit-learn"]
        times = [number(middle(ours, key) / middle(peer, key)) for key in ("fit", "process", "peakMebibytes")]
        sentences.append("{:,} customers, as a multiple of scikit-learn's: fit {}, process {}, peak memory {}. Goal: at most 1.".format(customers, *times))
    return page + goals(sentences)


def quality(result, folder):
    figures = result["figures"]
    methods = grouped(figures["qualities"], "method")
    header = ["", *(each["metric"] for each in next(iter(methods.values())))]
    means = [[name, *(f"{each['mean']:.4f}" for each in found)] for (name,), found in methods.items()]
    differences = [
        [name, *(f"{each['difference']:+.4f} ({each['low']:+.4f} to {each['high']:+.4f})" for each in found)]
        for (name,), found in methods.items()
        if name != figures["against"]
    ]
    return (
        "\nMeans over the folds:\n"
        + table(header, means)
        + f"\nDifferences to {figures['against']}, with the 95 % interval of the paired corrected t-test (Nadeau and Bengio 2003):\n"
        + table(header, differences)
    )


PAGES = {
    "scoring": scoring,
    "stream": stream,
    "stream-sinks": sinks,
    "stream-latency": latency,
    "stream-swaps": swaps,
    "training": training,
    "training-quality": quality,
}


def main():
    for name in sys.argv[1:]:
        file = Path(name).resolve()
        result = json.loads(file.read_text(encoding="utf-8"))
        benchmark = result["run"]["benchmark"]
        folder = file.parent.parent
        page = folder / f"{benchmark}.md"
        page.write_text(head(result) + PAGES[benchmark](result, folder), encoding="utf-8")
        print(f"Wrote {page}", file=sys.stderr)


if __name__ == "__main__":
    main()
