/// The tokens from one to right before another; none where the second stands before the first.
///
/// The rules look at «the words between» two places of an article, and what an article holds is not theirs to choose:
/// a sum may stand in the sentence before the one that is looked at, or a cue behind the name it should lead to. Such
/// a stretch holds no word. The operator of the standard library would end the program there.
@inline(__always)
func ..< (start: Int, end: Int) -> Range<Int> {
  Range(uncheckedBounds: (start, max(start, end)))
}
