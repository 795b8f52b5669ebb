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
  /// Behind the sum: or less, or so.
  case atMostBehind, aboutBehind

  /// Whether it stands behind its sum only.
  var isBehind: Bool { [.atLeastBehind, .atMostBehind, .aboutBehind].contains(self) }
}

enum BoundLists {
  static let all: [(BoundWord, String)] = [
    (
      .atLeast,
      """
      понад;принаймні;хоча б;більше ніж;більш ніж;більше як;більш як;більше;щонайменше;щонайменше на;щонайменше за;щонайменше в;не менше ніж на;не менше ніж у;не менш ніж на;не менш як на;не менше як на;не менше;не менш як;не менш ніж;не менше ніж;не менше як;мінімум;як мінімум;перевищ*;перевищив на;вище;не нижче;не нижче ніж;не дешевше;не дешевше ніж;понад ніж;більше чим;більш ніж на;більше ніж на;більш як на;понад на;зверху;більше аніж;більш аніж;не менше аніж;перевали* за;перевалив за
      over;more than;at least;no less than;not less than;upwards of;in excess of;exceeding;exceeds;exceeded;exceed;above;minimum;a minimum of;minimum of;greater than;well over;just over;worth more than;north of;beyond;higher than;no fewer than;starting at;starting from;min;at a minimum;not less than;from at least;topping;tops;topped;surpassing;surpassed;surpasses;well above;passed;has passed
      свыше;по крайней мере;по меньшей мере;хотя бы;более;более чем;более чем на;больше;больше чем;не менее;не менее чем;не менее чем в;не менее чем на;минимум;как минимум;превысил*;превыша*;превысит;более чем в;не меньше;не меньше чем;выше;не ниже;не дешевле;не дешевле чем;больше чем на;перевали* за
      """
    ),
    (
      .about,
      """
      близько;біля;майже;приблизно;орієнтовно;понад-менш як;порядку;приблизно на;приблизно в;приблизно у;майже на;майже в;майже у;практично;десь;десь на;орієнтовно на;орієнтовно в;близько на;приблизно по;умовно;в районі;ледь не;без малого;фактично;трохи менше;трохи менше ніж;трохи менш як;трошки менше;дещо менше;дещо менше ніж;плюс-мінус;плюс мінус;ледве не;мало не;зо
      about;nearly;some;around;almost;approximately;approx;roughly;circa;ca;an estimated;estimated;close to;just under;or about;just about;in the region of;somewhere around;nearly about;slightly less than;slightly under;a little under;a little less than;shy of;just shy of;in the neighbourhood of;in the vicinity of;on the order of;of the order of
      около;почти;примерно;порядка;приблизительно;ориентировочно;где-то;почти на;примерно на;примерно в;почти в;приблизительно на;практически;в районе;без малого;чуть меньше;чуть менее;чуть менее чем;немногим меньше;немногим менее;плюс-минус;плюс минус;едва ли не;чуть ли не
      """
    ),
    (
      .atMost,
      """
      не більше;не більше ніж;не більш як;не більш ніж;не більше як;щонайбільше;максимум;максимально;не перевищ*;не більше ніж на;не більше ніж у;не більш ніж на;не більше як на;не більш як на;менше ніж;менш ніж;менше;менш як;у межах;в межах;не вище;не понад;нижче;не дорожче;не дорожче ніж;не дорожче за;не більш;менш ніж на;менше ніж на;до рівня;лімітом
      up to;as much as;no more than;not more than;at most;maximum;a maximum of;maximum of;less than;under;below;not exceeding;does not exceed;fewer than;limit of;up to a maximum of;within;not above;max;at a maximum;not over;lower than;a ceiling of;not to exceed;capped at
      не более;не более чем;не более чем в;не более чем на;не больше чем на;не больше чем в;не больше;максимум;максимально;не превыша*;менее;менее чем;меньше;в пределах;меньше чем;не свыше;не выше;ниже;не дороже;не дороже чем;менее чем за
      """
    ),
    (
      .atLeastBehind,
      "і більше;та більше;й більше;і вище;або більше;чи більше;or more;and more;and above;plus;and up;и более;и больше;или больше;и выше;із гаком;з гаком;з лишком;із лишком;з хвостиком;із хвостиком;з лишнім;с гаком;с лишним;с лишком;с хвостиком;и выше;or over;or above;with change"
    ),
    (
      .atMostBehind,
      "or less;or under;or below;or fewer;і менше;або менше;чи менше;и меньше;или меньше;или менее;і нижче;и ниже"
    ),
    (
      .aboutBehind,
      "or so;or thereabouts;give or take;more or less;плюс-мінус;плюс-минус"
    ),
    (.rangeFrom, "від;од;from;от"),
    (.rangeTo, "до;to;till;until"),
    (.between, "between;між;между;поміж"),
  ]
}
