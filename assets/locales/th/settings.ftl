## แผงการตั้งค่า

settings-text = ขนาดตัวอักษร
settings-text-size = { $percent } %
