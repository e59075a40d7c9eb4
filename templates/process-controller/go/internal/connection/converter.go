package connection

import "go.temporal.io/sdk/converter"

// Converter is how data are written: one with codecs encrypts or compresses what
// Temporal keeps. Worker and API read it here; whoever else starts or asks
// instances needs it as well. This file is yours.
var Converter converter.DataConverter = converter.GetDefaultDataConverter()
