"""What the client costs a visitor: bytes, time to walk, frames of a crowd, memory."""
