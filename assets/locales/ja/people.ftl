## ほかの人とのこと。人のカード、静かモード、会わないことにした人。

people-go = この人のところへ歩く
people-block = この人とは会わない
people-block-about = 「会わない」を選ぶと、すぐに、お互いの姿も言葉も見えなくなります。どの会場でも同じです。相手には知らされません。「設定」からいつでも取り消せます。
people-blocked = { $name }さんとは、もう会いません。「設定」で取り消せます。
people-quiet = 静かモード
people-quiet-about = ほかの人の発言や身ぶりのお知らせを出しません。案内人の言葉とお知らせだけが届きます。
people-apart = 会わないことにした人
people-apart-none = いまは、だれもいません。
people-unblock = 取り消す
people-unblock-name = { $name }さんを取り消す
people-unblocked = { $name }さんと、また会えます。
