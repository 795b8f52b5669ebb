"""The pieces of Scripts/bench.py, one file each."""
