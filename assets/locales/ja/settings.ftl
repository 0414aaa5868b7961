## 設定のパネルの文。

settings-text = 文字の大きさ
settings-text-size = { $percent }％
