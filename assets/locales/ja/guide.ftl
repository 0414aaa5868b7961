## 案内の言葉を読む字幕。案内を聞くときにだけ読みこむ。

guide-earlier = 前の言葉
guide-fold = たたむ
guide-unfold = 案内の字幕をひらく
guide-size = 文字の大きさ { $size ->
    [1] 標準
    [2] 大
   *[3] 特大
}
guide-by-guide = 案内人
guide-by-staff = 係
guide-by-recorded = 自動案内（人ではありません）
guide-by-replay = 案内の記録
guide-by-ride = おまかせ散歩

guide-bar = 案内人
guide-follow = ついていく
guide-stop-following = ついていくのをやめる
guide-return = 案内人のところへ戻る
guide-here = すぐそば
guide-following = { $name }についていきます。歩きだすと、やめられます。
guide-end-stopped = ついていくのをやめました。
guide-end-steered = ご自分で歩きだしたので、ついていくのをやめました。
guide-end-gone = 案内人はいなくなりました。
guide-end-no-way = 案内人のところまで歩ける道がありません。

guide-recordings-about = イベントの案内を、あとから一緒に歩けます。案内人の歩いた道と言葉の記録で、あなたの画面にだけ現れます。
guide-recordings-none = 公開されている記録は、まだありません。
guide-recording-facts = 約{ $minutes }分・{ $lines }の言葉
guide-play = 一緒に歩く
guide-play-this = 「{ $title }」を一緒に歩く
guide-playing = 「{ $title }」の記録がはじまります。
guide-replay-hold = 待ってもらう
guide-replay-go-on = つづける
guide-replay-end = 終わる
guide-replay-waits = あなたを待っています
guide-replay-left = 残り約{ $minutes }分

guide-gather = みんなを呼ぶ
guide-gathered = みんなを呼びました。
guide-called = 呼ばれています
guide-calls = { $name }が呼んでいます。
guide-come = そこへ行く
guide-stay = ここにいる
