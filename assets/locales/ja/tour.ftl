## まちあるき。自分のペースでめぐる案内と、おまかせ散歩。ひらくときに読みこむ。

tour-about = 案内つきの散歩です。いつはじめても、途中でやめてもかまいません。
tour-facts = { $stops }か所・およそ{ $minutes }分
tour-self = 自分でめぐる
tour-self-about = 次の場所まで歩いていき、説明を読んだら「次へ」。
tour-ride = おまかせ散歩
tour-ride-about = 操作はいりません。歩くのも進むのもおまかせで、言葉だけ読めます。
tour-choice = { $how }：{ $tour }
tour-running = いま「{ $tour }」をめぐっています。
tour-failed = 案内を読みこめませんでした。もう一度お試しください。
tour-card = まちあるき：{ $tour }
tour-progress = { $stop } / { $all }
tour-heading-for = 次は { $place }
tour-metres = あと{ $metres }メートル
tour-arriving = もうすぐです
tour-fold = たたむ
tour-unfold = ひらく
tour-pause = 止まる
tour-go-on = つづける
tour-next = 次へ：{ $place }
tour-finish = まちあるきを終える
tour-back = 前の場所へ
tour-skip = 歩かずに着く
tour-skip-refused = いまは行けません。少し待って、もう一度お試しください。
tour-end = やめる
tour-slow = ゆっくり
tour-size = 文字 { $size ->
    [1] 標準
    [2] 大
   *[3] 特大
}
tour-mode = おまかせ
tour-waiting-person = ひと休み中です。いつでもつづけられます。
tour-waiting-steering = ご自分で歩きだしたので、ここでお待ちしています。どうぞごゆっくり。
tour-waiting-no-way = ここからは歩ける道が見つかりません。「歩かずに着く」で先へ行けます。
tour-question = ここで質問
tour-asking = お答えを待っています。急ぎません。「次へ」で飛ばすこともできます。
tour-correct = 正解
tour-chosen = 選んだ答え
tour-done = おつかれさまでした
tour-done-about = 「{ $tour }」をめぐり終えました。
tour-score = { $asked }問のうち{ $right }問が正解でした。
tour-again = ほかのまちあるき
tour-close = とじる
