import FundingCore
import Screen
