#!/bin/sh
# Made prefectures.svg, once, from the TopoJSON of the 47 prefectures that デジタル庁 publishes
# (「国土数値情報（行政区域データ）」（国土交通省）を加工して作成, CC BY 4.0):
#   sh make-map.sh ja_prefecture_area.json
# The islands south of 29.9° N (奄美, 沖縄) are drawn 1.3 times as large in an inset; 小笠原 and 大東 are left out.
npx mapshaper@0.6.113 "$1" \
  -simplify 7% weighted keep-shapes \
  -explode \
  -each 'id = prefecture_code, south = this.centroidY < 29.9 && this.centroidX < 131' \
  -filter 'this.centroidY > 32 || this.centroidX < 131' \
  -proj +proj=tmerc +lon_0=137 +lat_0=36 \
  -affine where='south' scale=1.3 shift=730000,1600000 \
  -dissolve id multipart \
  -rename-layers prefectures \
  -o prefectures.svg format=svg width=600 id-field=id precision=0.1
