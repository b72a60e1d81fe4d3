"""How does English write a day?"""
