"""Beyond one machine: reports built by the workers of a Dask cluster. Needs the extra `cluster`; nothing here is loaded without one."""
