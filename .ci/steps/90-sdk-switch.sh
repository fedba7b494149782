# PulumiSdk=auto|official|offline over every way of building.
counted "the SDK switch" eng/test-sdk-switch
