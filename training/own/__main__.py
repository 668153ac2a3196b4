"""Checks our own training items and counts what they mark."""

from collections import Counter

from training.own import items


def main() -> None:
    counts: Counter[str] = Counter()
    for item in items():
        counts["items"] += 1
        counts["items with nothing"] += not item["claims"] and not item["events"]
        for claim in item["claims"]:
            counts[f"stance {claim['stance']}"] += 1
            counts["nested claims"] += claim["parent"] is not None
        for event in item["events"]:
            counts[f"type {event['type']}"] += 1
            counts[f"status {event['status']}"] += 1
    print("\n".join(f"{name:24s} {count:5d}" for name, count in sorted(counts.items())))


if __name__ == "__main__":
    main()
