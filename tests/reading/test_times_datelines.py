"""News that opens with a dateline of its own: every time of such a story, in order, as TIMEX3."""

import pytest

from tests.reading.dated import find, told

STORIES = [
    ("2008-06-07", "Ferry sinks off Suva", "Saturday, June 7, 2008",
        "A ferry carrying 84 people sank off Suva on Friday evening, at around 18:30 local time (06:30 UTC). "
        "Rescuers had found 61 survivors by Saturday morning.",
        "Saturday, June 7, 2008 = 2008-06-07; Friday evening = 2008-06-06TEV; around 18:30 = 2008-06-06T18:30; "
        "06:30 UTC = 2008-06-06T06:30; Saturday morning = 2008-06-07TMO"),
    ("2012-10-16", "Court frees editor in Maseru", "Tuesday, October 16, 2012",
        "A court in Maseru yesterday freed an editor who had been held since September 30. His trial is due to "
        "begin on November 5.",
        "Tuesday, October 16, 2012 = 2012-10-16; yesterday = 2012-10-15; September 30 = 2012-09-30; November 5 = "
        "2012-11-05"),
    ("2009-03-19", "Quake hits Tonga", "Thursday, March 19, 2009",
        "An earthquake of magnitude 7.6 struck near Tonga at 18:17 UTC on Thursday (07:17 on Friday, local time).",
        "Thursday, March 19, 2009 = 2009-03-19; 18:17 UTC on Thursday = 2009-03-19T18:17; 07:17 on Friday = "
        "2009-03-20T07:17"),
    ("2007-01-23", "Union votes for strike", "Tuesday, January 23, 2007",
        "Port workers in Gdynia will walk out for 48 hours from midnight tonight. Talks are set to resume on "
        "Thursday, January 25.",
        "Tuesday, January 23, 2007 = 2007-01-23; 48 hours = PT48H; midnight tonight = 2007-01-23T24:00; Thursday, "
        "January 25 = 2007-01-25"),
    ("2010-05-12", "Plane crashes near Bata", "May 12, 2010",
        "The plane went down at 06:10 a.m. local time (0410 GMT) on Wednesday. It had left Malabo on Tuesday "
        "night.",
        "May 12, 2010 = 2010-05-12; 06:10 a.m. = 2010-05-12T06:10; 0410 GMT = 2010-05-12T04:10; Wednesday = "
        "2010-05-12; Tuesday night = 2010-05-11TNI"),
    ("2013-08-02", "Voters go to polls in Mali", "Friday, August 2, 2013",
        "The first round was held on Sunday. A run-off, if needed, will be held on August 11. The last election "
        "was in April 2007.",
        "Friday, August 2, 2013 = 2013-08-02; Sunday = 2013-07-28; August 11 = 2013-08-11; April 2007 = 2007-04"),
    ("2006-11-20", "Flood warning lifted", "Monday, November 20, 2006",
        "On November 17, the river rose to its highest level in 30 years. By the weekend, it had fallen. More rain "
        "is forecast for Wednesday and Thursday.",
        "Monday, November 20, 2006 = 2006-11-20; November 17 = 2006-11-17; 30 years = P30Y; the weekend = "
        "2006-W46-WE; Wednesday = 2006-11-22; Thursday = 2006-11-23"),
    ("2011-02-28", "Museum to reopen", "Monday, 28 February 2011",
        "The museum, shut since 4 January after a fire, will reopen on 15 March. It was built between 1904 and "
        "1908.",
        "Monday, 28 February 2011 = 2011-02-28; 4 January = 2011-01-04; 15 March = 2011-03-15; 1904 = 1904; 1908 = "
        "1908"),
    ("2014-04-09", "Coach resigns", "Wednesday, April 9, 2014",
        "The coach resigned this week, less than three months after he signed a two-year contract in late January. "
        "He had coached the side from 2009 to 2012.",
        "Wednesday, April 9, 2014 = 2014-04-09; this week = 2014-W15; less than three months = P3M; two-year = "
        "P2Y; late January = 2014-01; 2009 = 2009; 2012 = 2012"),
    ("2005-07-29", "Bridge closed", "July 29, 2005",
        "The bridge has been closed since last Tuesday and is expected to stay shut until early September, the "
        "council said today.",
        "July 29, 2005 = 2005-07-29; last Tuesday = 2005-07-26; early September = 2005-09; today = 2005-07-29"),
    ("2008-12-31", "Gas talks fail", "Wednesday, December 31, 2008",
        "Supplies will be cut off at 10 a.m. Moscow time (0700 UTC) on January 1, 2009, the company said. A "
        "similar dispute in January 2006 lasted three days.",
        "Wednesday, December 31, 2008 = 2008-12-31; 10 a.m. = 2009-01-01T10:00; 0700 UTC = 2009-01-01T07:00; "
        "January 1, 2009 = 2009-01-01; January 2006 = 2006-01; three days = P3D"),
    ("2009-09-01", "Wildfire spreads", "Tuesday, September 1, 2009",
        "The fire, which started on August 26, doubled in size over the weekend. Two firefighters died Sunday "
        "afternoon. Schools will stay closed all week.",
        "Tuesday, September 1, 2009 = 2009-09-01; August 26 = 2009-08-26; the weekend = 2009-W35-WE; Sunday "
        "afternoon = 2009-08-30TAF"),
    ("2012-02-14", "Bus attacked", "Tuesday, February 14, 2012",
        "Gunmen attacked a bus at about 3:00 pm IST (0930 UTC) yesterday. In the same month last year, four people "
        "were killed on that road.",
        "Tuesday, February 14, 2012 = 2012-02-14; about 3:00 pm IST = 2012-02-13T15:00; 0930 UTC = "
        "2012-02-13T09:30; yesterday = 2012-02-13; the same month last year = 2011-02"),
    ("2010-11-07", "Election held in Myanmar", "Sunday, November 7, 2010",
        "Polls opened at 6:00 a.m. and closed at 4:00 p.m. today. It is the first election in twenty years. The "
        "result of the May 1990 vote was ignored.",
        "Sunday, November 7, 2010 = 2010-11-07; 6:00 a.m. = 2010-11-07T06:00; 4:00 p.m. today = 2010-11-07T16:00; "
        "twenty years = P20Y; May 1990 = 1990-05"),
    ("2007-10-03", "Talks end", "Wednesday, October 3, 2007",
        "The two leaders met for a second day. The summit, held seven years after the first one in June 2000, ends "
        "tomorrow.",
        "Wednesday, October 3, 2007 = 2007-10-03; seven years = P7Y; June 2000 = 2000-06; tomorrow = 2007-10-04"),
    ("2013-01-05", "Storm kills 12", "Saturday, January 5, 2013",
        "Twelve people have died since the start of the year. On New Year's Eve, more than 40,000 homes lost "
        "power. The storm should weaken by Monday.",
        "Saturday, January 5, 2013 = 2013-01-05; the start of the year = 2013; New Year's Eve = 2012-12-31; Monday "
        "= 2013-01-07"),
    ("2011-08-22", "Rebels enter city", "Monday, August 22, 2011",
        "The six-month conflict began in mid-February. \"We will be there within days,\" a spokesman said on Sunday. "
        "At the time, he spoke of the coming weeks.",
        "Monday, August 22, 2011 = 2011-08-22; six-month = P6M; mid-February = 2011-02; days = PXD; Sunday = "
        "2011-08-21; the coming weeks = PXW"),
    ("2006-03-15", "Ex-minister dies aged 81", "Wednesday, March 15, 2006",
        "He was born on April 4, 1924, and served as minister of transport in the 1970s. In 1982 he was elected "
        "mayor; two years later he stepped down. His funeral will be held on Friday at 11:00.",
        "Wednesday, March 15, 2006 = 2006-03-15; April 4, 1924 = 1924-04-04; the 1970s = 197; 1982 = 1982; two "
        "years later = 1984; Friday at 11:00 = 2006-03-17T11:00"),
    ("2014-07-18", "Airline cancels flights", "Friday, July 18, 2014",
        "All flights were cancelled as of 14:00 UTC on July 17. The airline lost another aircraft in March of this "
        "year. It reported a loss in the first quarter.",
        "Friday, July 18, 2014 = 2014-07-18; 14:00 UTC on July 17 = 2014-07-17T14:00; March of this year = "
        "2014-03; the first quarter = 2014-Q1"),
    ("2008-04-11", "Strike enters third week", "Friday, April 11, 2008",
        "The three-week-old strike continues. Every day, some 200 lorries wait at the border. Last month, the "
        "minister promised reforms by year's end.",
        "Friday, April 11, 2008 = 2008-04-11; Every day = P1D; Last month = 2008-03; year's end = 2008"),
    ("2012-06-20", "Court ruling expected", "Wednesday, June 20, 2012",
        "A ruling had been due on Monday, June 18, but was postponed until next week. The judge could not be "
        "reached on Tuesday.",
        "Wednesday, June 20, 2012 = 2012-06-20; Monday, June 18 = 2012-06-18; next week = 2012-W26; Tuesday = "
        "2012-06-19"),
    ("2010-08-30", "Miners found", "Monday, 30 August 2010",
        "The miners, trapped since August 5, may not be freed until Christmas. Drilling starts on Monday and is "
        "expected to take three to four months.",
        "Monday, 30 August 2010 = 2010-08-30; August 5 = 2010-08-05; Christmas = 2010-12-25; Monday = 2010-08-30; "
        "three to four months = PXM"),
    ("2009-12-10", "Satellite launched", "Thursday, December 10, 2009",
        "The rocket lifted off at 20:32:00 UTC on Wednesday from Kourou. The next launch is planned for early "
        "2010; a test flight had been scheduled for November.",
        "Thursday, December 10, 2009 = 2009-12-10; 20:32:00 UTC on Wednesday = 2009-12-09T20:32:00; early 2010 = "
        "2010; November = 2009-11"),
    ("2013-11-26", "Roof collapses", "Tuesday, November 26, 2013",
        "The roof fell in at 17:41 local time (15:41 UTC), minutes after an alarm. The day before, workers had "
        "complained. Three days of mourning have been declared, starting on Wednesday.",
        "Tuesday, November 26, 2013 = 2013-11-26; 17:41 = 2013-11-26T17:41; 15:41 UTC = 2013-11-26T15:41; minutes "
        "= PTXM; Three days = P3D; Wednesday = 2013-11-27"),
    ("2005-11-08", "Curfew declared", "8 November 2005",
        "The curfew runs from 22:00 until 6:00 each night. Unrest began on the night of October 27. In recent days "
        "more than 1,000 cars have been burnt each night.",
        "8 November 2005 = 2005-11-08; 22:00 = XXXX-XX-XXT22:00; 6:00 = XXXX-XX-XXT06:00; each night = "
        "XXXX-XX-XXTNI; the night of October 27 = 2005-10-27TNI; recent days = PAST_REF; each night = "
        "XXXX-XX-XXTNI"),
    ("2007-06-30", "Car driven into airport", "Saturday, June 30, 2007",
        "A car hit the terminal at 15:15 BST (14:15 UTC) this afternoon. Police had found two cars on Friday. The "
        "airport will reopen tomorrow at 7 a.m.",
        "Saturday, June 30, 2007 = 2007-06-30; 15:15 BST = 2007-06-30T15:15; 14:15 UTC = 2007-06-30T14:15; this "
        "afternoon = 2007-06-30TAF; Friday = 2007-06-29; tomorrow at 7 a.m. = 2007-07-01T07:00"),
    ("2011-05-02", "Leader killed", "Monday, May 2, 2011",
        "He was killed early Monday (local time), the president said late Sunday night, nearly ten years after the "
        "September 11 attacks. The raid took 40 minutes.",
        "Monday, May 2, 2011 = 2011-05-02; early Monday = 2011-05-02; late Sunday night = 2011-05-01TNI; nearly "
        "ten years = P10Y; September 11 = 2001-09-11; 40 minutes = PT40M"),
    ("2014-01-03", "Ship freed from ice", "Friday, January 3, 2014",
        "The ship, stuck since Christmas Eve, broke free on Thursday. A helicopter took 52 people off in the "
        "evening. It left Bluff on 28 November 2013 on a month-long trip.",
        "Friday, January 3, 2014 = 2014-01-03; Christmas Eve = 2013-12-24; Thursday = 2014-01-02; the evening = "
        "2014-01-02TEV; 28 November 2013 = 2013-11-28; a month-long = P1M"),
    ("2006-09-19", "Coup in Bangkok", "Tuesday, September 19, 2006",
        "Tanks moved in at around 9 pm (1400 UTC). Elections had been planned for October 15. It is the first coup "
        "in 15 years and the 18th since 1932.",
        "Tuesday, September 19, 2006 = 2006-09-19; around 9 pm = 2006-09-19T21:00; 1400 UTC = 2006-09-19T14:00; "
        "October 15 = 2006-10-15; 15 years = P15Y; 1932 = 1932"),
    ("2010-04-15", "Ash grounds flights", "Thursday, April 15, 2010",
        "British airspace closed from noon on Thursday until at least 6 p.m. Flights are not expected to resume "
        "before Friday morning. The volcano last erupted in 1821, and went on for over a year.",
        "Thursday, April 15, 2010 = 2010-04-15; noon on Thursday = 2010-04-15T12:00; 6 p.m. = 2010-04-15T18:00; "
        "Friday morning = 2010-04-16TMO; 1821 = 1821; over a year = P1Y"),
]  # fmt: skip


@pytest.mark.parametrize(("published", "headline", "dateline", "body", "expected"), STORIES)
def test_every_time_of_a_story(published: str, headline: str, dateline: str, body: str, expected: str) -> None:
    text = f"{headline}\n\n{dateline}\n\n{body}"
    assert "; ".join(f"{words} = {value}" for words, value in told(text, published)) == expected
    first = find(text, published)[0][0]
    assert (first.value, first.anchor) == (published, None)


def test_a_moment_told_twice_is_one_moment() -> None:
    text = "It struck at 18:17 UTC on Thursday (07:17 on Friday, local time)."
    assert [value for _, value in told(text, "2009-03-19")] == ["2009-03-19T18:17", "2009-03-20T07:17"]
