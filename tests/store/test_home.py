"""The home of a site, learned from what is kept."""

from pathlib import Path

from onrecord.model import Article, Made, Place, Record
from onrecord.store.database import Store


def told(number: int, host: str, lat: float, lon: float) -> Record:
    place = Place(
        id="p1", span=(0, 4), use="location", name="Town", kind="city", country="USA", lat=lat, lon=lon, score=0.9
    )
    article = Article(id=str(number), url=f"https://{host}/{number}", text=f"Town {number} floods")
    return Record(article=article, places=(place,), made=Made(onrecord="0"))


def test_only_other_pages_of_the_same_host_tell(tmp_path: Path) -> None:
    with Store.open(tmp_path / "kept.sqlite", create=True) as store:
        store.add(told(1, "www.herald.example", 37.0, -86.0))
        store.add(told(2, "post.example", 50.0, 8.0))
        home = store.home(Article(id="3", url="https://herald.example/3", text="other"))
        assert home is not None
        assert home.lat == 37.0
        assert store.home(Article(id="1", url="https://www.herald.example/1", text="changed")) is None
        assert store.home(Article(id="4", url="https://herald.example.org/4", text="other")) is None
        assert store.home(Article(id="5", text="other")) is None
