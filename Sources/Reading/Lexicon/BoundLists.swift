/// What a qualifier before or after a sum says of its ends.
enum BoundWord: Int32 {
  case atLeast, about, atMost
  /// The same, behind the sum: і більше, or more.
  case atLeastBehind
  /// The lower end of a range, if an upper follows; alone: at least.
  case rangeFrom
  /// The upper end of a range, if a lower went before; alone: at most.
  case rangeTo
  /// Between … and ….
  case between
}

enum BoundLists {
  static let all: [(BoundWord, String)] = [
    (
      .atLeast,
      """
      понад;більше ніж;більш ніж;більше як;більш як;більше;щонайменше;щонайменше на;щонайменше за;щонайменше в;не менше ніж на;не менше ніж у;не менш ніж на;не менш як на;не менше як на;не менше;не менш як;не менш ніж;не менше ніж;не менше як;мінімум;як мінімум;перевищ*;перевищив на;понад ніж;більше чим;більш ніж на;більше ніж на;більш як на;понад на;зверху
      over;more than;at least;no less than;not less than;upwards of;in excess of;exceeding;exceeds;exceeded;exceed;above;minimum;a minimum of;minimum of;greater than;well over;just over;worth more than;north of
      свыше;более;более чем;более чем на;больше;больше чем;не менее;не менее чем;не менее чем в;не менее чем на;минимум;как минимум;превысил*;превыша*;превысит;более чем в;не меньше;больше чем на
      """
    ),
    (
      .about,
      """
      близько;біля;майже;приблизно;орієнтовно;понад-менш як;порядку;приблизно на;приблизно в;приблизно у;майже на;майже в;майже у;практично;десь;десь на;орієнтовно на;орієнтовно в;близько на;приблизно по;умовно;в районі;ледь не;без малого;фактично
      about;nearly;some;around;almost;approximately;approx;roughly;circa;ca;an estimated;estimated;close to;just under;or about;just about;in the region of;or so;somewhere around;nearly about
      около;почти;примерно;порядка;приблизительно;ориентировочно;где-то;почти на;примерно на;примерно в;почти в;приблизительно на;практически;в районе;без малого
      """
    ),
    (
      .atMost,
      """
      не більше;не більше ніж;не більш як;не більш ніж;не більше як;щонайбільше;максимум;максимально;не перевищ*;не більше ніж на;не більше ніж у;не більш ніж на;не більше як на;не більш як на;менше ніж;менш ніж;менше;менш як;у межах;в межах;не вище;до рівня;лімітом
      up to;as much as;no more than;not more than;at most;maximum;a maximum of;maximum of;less than;under;below;not exceeding;does not exceed;fewer than;limit of;up to a maximum of;within
      не более;не более чем;не более чем в;не более чем на;не больше чем на;не больше чем в;не больше;максимум;максимально;не превыша*;менее;менее чем;меньше;в пределах;меньше чем
      """
    ),
    (
      .atLeastBehind,
      "і більше;та більше;й більше;і вище;або більше;чи більше;or more;and more;and above;plus;and up;и более;и больше;или больше;и выше;із гаком;з гаком;з лишком"
    ),
    (.rangeFrom, "від;од;from;от"),
    (.rangeTo, "до;to;till;until"),
    (.between, "between;між;между;поміж"),
  ]
}
