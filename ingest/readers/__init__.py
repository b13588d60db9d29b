"""Readers: from files, folders and standard input to documents, with a reason for everything that is left out."""

from ingest.readers.documents import Document, Item, Metadata, Notice, Rejection, RejectionReason
from ingest.readers.manifest import ManifestRecord
from ingest.readers.sources import read_sources

__all__ = ["Document", "Item", "ManifestRecord", "Metadata", "Notice", "Rejection", "RejectionReason", "read_sources"]
