"""What the product does with the domain. Services take ports and know neither AWS nor who calls them."""
