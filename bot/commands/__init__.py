"""What people do on Discord, one file for each."""
