"""Says in words what is wrong with a town's data: pure rules, and the sentences they speak."""
