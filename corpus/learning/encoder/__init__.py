"""How a network is built, and how it is made into what ships. For training only: needs PyTorch."""
