"""Which tables does records have? Gathers those of its rooms."""

from northing.stages.records.imports.models import Import, Mapping, StoredUsage
from northing.stages.records.ledger.models import StoredRecord, TypedRecord

__all__ = ["Import", "Mapping", "StoredRecord", "StoredUsage", "TypedRecord"]
