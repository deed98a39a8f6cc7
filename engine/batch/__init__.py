"""Many reports: which there are, which must be built, and the processes that build them so that none can spoil another."""
