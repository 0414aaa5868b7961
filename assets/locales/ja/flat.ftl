## 地図の町：図と言葉で歩く町の文。
## 日本語を先に書き、ほかの言語はこれにならう。

flat-map = 町の地図
flat-map-about = 赤いしるしがあなた、青いしるしがほかの人です。北が上です。矢印キーで歩きます。Enterで、いまいるところを読み上げます。＋と－で大きさを変え、I・K・J・Lで地図を動かします。
flat-nearer = 地図を大きくする
flat-further = 地図を小さくする
flat-whole = 町全体を見る
flat-own = 自分のまわりを見る
flat-here = いまいるところ
flat-near = 近くの場所
flat-standing = 「{ $place }」にいます。
flat-standing-near = いちばん近い場所は「{ $place }」です（{ $where }）。
flat-tell = まわりのようすを読み上げる
flat-told-place = { $where }に「{ $place }」。
flat-told-alone = { $metres } mより近くには、だれもいません。
flat-told-people =
    { $count ->
        [1] 近くに{ $name }さんがいます（{ $where }）。
       *[other] 近くに{ $count }人います。いちばん近いのは{ $name }さんです（{ $where }）。
    }
flat-hint = 場所をえらぶか地図をさわると、そこまで歩きます。
flat-going = 地図のその場所へ歩いています。
flat-arrived = 着きました。
flat-left = あと{ $metres } m
flat-half-way = あと{ $metres } mです。
