"""Speed and memory against the libraries by hand: `./dev bench`. Ratios travel between machines, seconds do not."""
