## 設定面板的文句。

settings-text = 文字大小
settings-text-size = { $percent }％
