"""How fast the language core reads, how soon it starts, how much memory it takes; spaCy's untrained pipeline beside it.

python -m bench.speed language                           the core alone
python bench/language_speed.py --spacy                   spaCy alone, in an environment that has it
python bench/language_speed.py --pieces MODEL.onnx       the encoder alone: a yardstick for machines

The texts are the golden articles of the tests, whose words are counted by white space. spaCy's pipeline (the default
widths of its small English one: embeddings of hashes, a CNN, tagger, parser, names) has random weights: its speed is
near that of a trained one, its answers are none.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
FIRST = "from onrecord.language.analysis import analyse; analyse('The ferry left Riga at noon.', headline=None)"
ARTICLES = 300
PEAK = f"""
import json, resource, sys
from onrecord.language.analysis import analyse
texts = json.load(sys.stdin)
for number in range({ARTICLES}):
    analyse(texts[number % len(texts)], headline=None)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
RUNS = 3


def texts() -> list[str]:
    """The texts of the golden articles."""
    return [json.loads(path.read_text("utf-8"))["text"] for path in sorted(GOLDEN.glob("*/gold.json"))]


def measure() -> dict[str, float]:
    """Words per CPU-second (best of three), seconds from Python's start to the first sentence, peak megabytes."""
    return {"words_per_cpu_second": speed(), "start_seconds": start(), "peak_megabytes": peak()}


def speed() -> float:
    from onrecord.language.analysis import analyse  # noqa: PLC0415  spaCy is measured where onrecord is not

    found = texts()
    analyse(found[0], headline=None)
    words = sum(len(text.split()) for text in found)
    best = float("inf")
    for _ in range(RUNS):
        begun = time.process_time()
        for text in found:
            analyse(text, headline=None)
        best = min(best, time.process_time() - begun)
    return words / best


def start() -> float:
    def once() -> float:
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", FIRST], check=True)
        return time.perf_counter() - begun

    return min(once() for _ in range(RUNS))


def peak() -> float:
    command = [sys.executable, "-c", PEAK]
    done = subprocess.run(command, input=json.dumps(texts()), capture_output=True, text=True, check=True)
    return float(done.stdout)


def spacy_speed() -> float:
    """Words per CPU-second of spaCy's pipeline with random weights."""
    import spacy  # type: ignore[import-not-found]  # noqa: PLC0415
    from spacy.training import Example  # type: ignore[import-not-found]  # noqa: PLC0415

    nlp = spacy.blank("en")
    for name in ("tagger", "parser", "ner"):
        nlp.add_pipe(name)
    doc = nlp.make_doc("Ilze left Riga")
    told = {"tags": ["NNP", "VBD", "NNP"], "heads": [1, 1, 1], "deps": ["nsubj", "ROOT", "obj"]}
    told |= {"entities": ["U-PERSON", "O", "U-GPE"]}
    nlp.initialize(lambda: [Example.from_dict(doc, told)])
    found = texts()
    words = sum(len(text.split()) for text in found)
    best = float("inf")
    for _ in range(RUNS):
        begun = time.process_time()
        for _doc in nlp.pipe(found):
            pass
        best = min(best, time.process_time() - begun)
    return words / best


def pieces_speed(model: str) -> float:
    """Pieces per CPU-second of an exported encoder on windows of 120 to 158 made-up pieces, best of three."""
    import numpy as np  # noqa: PLC0415
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    dice = np.random.default_rng(0)
    windows = []
    for length in dice.integers(120, 158, 30).tolist():
        given = {"pieces": dice.integers(1000, 20_000, (1, length)), "first": np.arange(1, int(length * 0.8))[None]}
        windows.append(given | {name: np.zeros((1, length), dtype=np.int64) for name in ("shapes", "marks")})
    best = float("inf")
    for _ in range(RUNS):
        begun = time.process_time()
        for window in windows:
            session.run(None, window)
        best = min(best, time.process_time() - begun)
    return float(sum(window["pieces"].size for window in windows)) / best


def main() -> None:
    if "--spacy" in sys.argv:
        print(f"{spacy_speed():.0f} words per CPU-second")
    elif "--pieces" in sys.argv:
        print(f"{pieces_speed(sys.argv[-1]):.0f} pieces per CPU-second")
    else:
        print(measure())


if __name__ == "__main__":
    main()
