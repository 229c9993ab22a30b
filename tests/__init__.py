"""The tests mirror the rooms of the workbench; `e2e` drives the real window, `benchmarks` measures."""
