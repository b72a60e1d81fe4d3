"""How does German write a day?"""
