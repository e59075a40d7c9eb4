"""How data are written. This file is yours.

A payload codec encrypts or compresses what Temporal keeps. Worker and API read it here; whoever
else starts or asks instances needs it as well.
"""

from temporalio.converter import DataConverter

DATA_CONVERTER = DataConverter.default
