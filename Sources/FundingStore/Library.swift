import FundingCore
import Reading
