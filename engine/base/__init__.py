"""Ground floor: units, diagnostics, errors, registries and the workspace. Standard library only."""
