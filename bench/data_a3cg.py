"""The ten topics of A3CG as commitments: their names, and signs in words of our own.

The names are those of the data set (Ong et al. 2025). The signs were written after a look at
three training sentences of each topic, before any score was computed, and not changed since.
"""

from __future__ import annotations

TOPICS: dict[str, tuple[str, ...]] = {
    "outreach": (
        "outreach",
        "engage with local communities",
        "donations, sponsorships and volunteering for charity",
        "education and awareness programmes for the public",
        "engagement with customers and other stakeholders",
    ),
    "management": (
        "management",
        "corporate governance by the board of directors",
        "risk management policies and frameworks",
        "sustainability strategy, targets and oversight by management",
        "code of conduct and business ethics",
    ),
    "business compliance": (
        "business compliance",
        "zero tolerance of bribery and corruption",
        "compliance with laws and regulations",
        "whistleblowing policy",
        "anti-money laundering and fair competition",
    ),
    "workplace": (
        "workplace",
        "training and development of employees",
        "diversity, inclusion and equal opportunity for staff",
        "employee welfare, benefits and fair pay",
        "human rights and fair labour practices",
    ),
    "worker & consumer safety compliance": (
        "worker and consumer safety compliance",
        "occupational health and safety of workers",
        "prevent accidents and injuries at work",
        "product safety and quality for customers",
        "safety training and emergency preparedness",
    ),
    "resource optimisation": (
        "resource optimisation",
        "use energy more efficiently",
        "reduce water consumption",
        "renewable energy such as solar panels",
        "efficient use of materials and paper",
    ),
    "ecological conservation": (
        "ecological conservation",
        "protect biodiversity, habitats and wildlife",
        "plant trees and conserve forests",
        "sustainable sourcing without deforestation",
        "restore ecosystems",
    ),
    "data and cybersecurity protection": (
        "data and cybersecurity protection",
        "protect the personal data of customers",
        "information security and cyber attacks",
        "data privacy policy",
        "security of IT systems",
    ),
    "waste management": (
        "waste management",
        "recycle and reuse waste",
        "reduce plastic and packaging",
        "safe disposal of hazardous waste",
        "treat waste water",
    ),
    "emissions control": (
        "emissions control",
        "reduce greenhouse gas emissions",
        "carbon footprint and climate change",
        "air pollution from vehicles and plants",
        "net zero and decarbonisation",
    ),
}
