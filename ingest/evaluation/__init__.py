"""How well a reading agrees with annotated articles: docs/annotation.md says what each kind counts."""

from ingest.evaluation.calibration import Calibration
from ingest.evaluation.scores import Figures, Scores, load_gold, score

__all__ = ["Calibration", "Figures", "Scores", "load_gold", "score"]
