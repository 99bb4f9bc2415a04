"""What a news text says of numbers, times, speakers, and of how sure it is: read by rules, each reading naming its rule.

The readers stand in `reading.py` and the files beside it.
"""

from vectorstore.facts.types import VERSION, Hedge, Number, Qualifier, SentenceFacts, Source, Time

__all__ = ["VERSION", "Hedge", "Number", "Qualifier", "SentenceFacts", "Source", "Time"]
