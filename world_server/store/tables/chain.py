"""What the minter keeps: its lease, its deployments, its batches, every attempt, the journal."""
