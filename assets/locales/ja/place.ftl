## 場所の説明の言葉。開いた人だけが取りに行きます。

place-reading = よみ：{ $kana }（{ $romaji }）
place-failed = この場所の説明を読みこめませんでした。もう一度お試しください。
place-facts = 知っておきたいこと
place-source = 出典：{ $source }
place-map = 実際の場所
place-map-of-yutoku = 祐徳稲荷神社の地図（OpenStreetMap）
place-map-of-castle = 鹿島城跡の地図（OpenStreetMap）
place-map-of-station = 肥前浜駅の地図（OpenStreetMap）
place-map-of-mudflat = 肥前鹿島干潟の地図（OpenStreetMap）
place-map-of-michinoeki = 道の駅鹿島の地図（OpenStreetMap）
place-map-rough = おおよその位置です。
place-opens = 開いている時間や休みの日は変わります。お出かけの前に、お店や施設にお確かめください。
place-next = ここで開かれるイベント
place-next-none = いまのところ予定はありません。
place-next-failed = 予定を読みこめませんでした。
