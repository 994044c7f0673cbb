"""MLEW: the ML Enablement Workshop as a serverless backend. The layers are listed in pyproject.toml."""
