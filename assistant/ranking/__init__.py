"""Which of the sentences found answers the question, and how likely it is that one does: features, weights, a cross-encoder."""

from assistant.ranking.confidence import confidence
from assistant.ranking.crossencoder import CrossEncoder
from assistant.ranking.features import base_features, table_of, text_features, weighed

__all__ = ["CrossEncoder", "base_features", "confidence", "table_of", "text_features", "weighed"]
