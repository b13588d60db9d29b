"""Costs as ratios within one run: extraction beside the bare parse, loading beside a bare UNWIND, the main query beside the bare driver."""
