town-title = Virtual Kashima
town-description = Walk through Kashima, a city in Saga, Japan, in your browser.
