"""Planning: a composed report becomes positioned slides (`deck`). Pure; decides everything about looks."""
