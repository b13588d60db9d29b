"""Who and what a mention stands for."""
