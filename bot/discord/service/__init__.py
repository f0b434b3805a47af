"""What commands and buttons may use of the running bot: the `Service`, and what it holds."""

from bot.discord.service.service import Interaction, Service, data_of, server_of, service_of

__all__ = ["Interaction", "Service", "data_of", "server_of", "service_of"]
