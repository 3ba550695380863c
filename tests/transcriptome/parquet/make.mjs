// Writes the Parquet files of this folder with writers that are not ours; README.md names them and tells what to install.
import fs from 'node:fs'
import zlib from 'node:zlib'
import * as arrow from 'apache-arrow'
import * as wasm from 'parquet-wasm'
import {parquetWriteBuffer} from 'hyparquet-writer'
import parquetjs from '@dsnp/parquetjs'

const rows = 200
const five = (n) => String(n).padStart(5, '0')
const list = (value) => Array.from({length: rows}, (_, i) => value(i))

// The values test_parquet.cpp expects of row i.
const table = {
  id: list((i) => BigInt(i) * 1000003n * 1000003n - 50000000n),
  small: list((i) => (i % 7 === 3 ? null : ((i * 37) % 101) - 50)),
  flag: list((i) => (i % 10 === 9 ? null : i % 3 === 0)),
  x: list((i) => i * 0.25 - 3),
  y: list((i) => (i % 5 === 0 ? null : i * 0.5)),
  name: list((i) => (i % 13 === 4 ? null : `gene-${i % 11}`)),
  barcode: list((i) => `s_002um_${five(i)}_${five(i * 7)}-1`),
}

const positions = {
  barcode: table.barcode,
  in_tissue: list((i) => i % 4 !== 0),
  array_row: list((i) => i),
  array_col: list((i) => i * 7),
  pxl_row_in_fullres: list((i) => 1000.5 + i * 7.25),
  pxl_col_in_fullres: list((i) => 20.25 + i * 3.5),
}

const types = {
  id: new arrow.Int64(), small: new arrow.Int32(), flag: new arrow.Bool(), x: new arrow.Float64(), y: new arrow.Float32(),
  name: new arrow.Utf8(), barcode: new arrow.Utf8(),
  in_tissue: new arrow.Bool(), array_row: new arrow.Uint32(), array_col: new arrow.Int32(),
  pxl_row_in_fullres: new arrow.Float64(), pxl_col_in_fullres: new arrow.Float64(),
}

const {Encoding, Compression, WriterVersion} = wasm

function builder(version, codec) {
  return new wasm.WriterPropertiesBuilder().setWriterVersion(version).setCompression(codec)
    .setStatisticsEnabled(wasm.EnabledStatistics.Page).setMaxRowGroupSize(150).setDataPageSizeLimit(512).setWriteBatchSize(32)
}

function writeWasm(name, columns, properties) {
  const vectors = Object.fromEntries(Object.entries(columns).map(([key, values]) => [key, arrow.vectorFromArray(values, types[key])]))
  const ipc = arrow.tableToIPC(new arrow.Table(vectors), 'stream')
  fs.writeFileSync(name, wasm.writeParquet(wasm.Table.fromIPCStream(ipc), properties.build()))
}

function differences(version, codec) {
  return builder(version, codec).setDictionaryEnabled(false)
    .setColumnEncoding('id', Encoding.DELTA_BINARY_PACKED).setColumnEncoding('small', Encoding.DELTA_BINARY_PACKED)
    .setColumnEncoding('name', Encoding.DELTA_LENGTH_BYTE_ARRAY).setColumnEncoding('barcode', Encoding.DELTA_BYTE_ARRAY)
    .setColumnEncoding('x', Encoding.BYTE_STREAM_SPLIT).setColumnEncoding('y', Encoding.BYTE_STREAM_SPLIT)
}

writeWasm('rust_v1_dictionary_snappy.parquet', table, builder(WriterVersion.V1, Compression.SNAPPY))
writeWasm('rust_v1_plain.parquet', table, builder(WriterVersion.V1, Compression.UNCOMPRESSED).setDictionaryEnabled(false))
writeWasm('rust_v1_delta_gzip.parquet', table, differences(WriterVersion.V1, Compression.GZIP))
writeWasm('rust_v2_delta_zstd.parquet', table, differences(WriterVersion.V2, Compression.ZSTD))
writeWasm('rust_v2_dictionary_gzip.parquet', table, builder(WriterVersion.V2, Compression.GZIP))
writeWasm('rust_v2_delta.parquet', table, differences(WriterVersion.V2, Compression.UNCOMPRESSED))
writeWasm('rust_positions.parquet', positions, builder(WriterVersion.V1, Compression.ZSTD))
const few = Object.fromEntries(Object.entries(positions).map(([key, values]) => [key, values.slice(0, 20)]))
writeWasm('refused_brotli.parquet', few, builder(WriterVersion.V1, Compression.BROTLI))
writeWasm('refused_lz4.parquet', few, builder(WriterVersion.V1, Compression.LZ4_RAW))

function writeHyparquet(name, encodings, options) {
  const kinds = {id: 'INT64', small: 'INT32', flag: 'BOOLEAN', x: 'DOUBLE', y: 'FLOAT', name: 'STRING', barcode: 'STRING'}
  const columnData = Object.entries(table).map(([key, data]) => ({name: key, data, type: kinds[key], encoding: encodings[key]}))
  columnData.push({name: 'half', data: list((i) => i * 0.125), type: 'FLOAT16'})
  fs.writeFileSync(name, Buffer.from(parquetWriteBuffer({columnData, pageSize: 700, rowGroupSize: 150, ...options})))
}

const gzip = {GZIP: (bytes) => new Uint8Array(zlib.gzipSync(bytes))}
writeHyparquet('hyparquet_snappy.parquet', {}, {})
writeHyparquet('hyparquet_delta_gzip.parquet',
  {id: 'DELTA_BINARY_PACKED', small: 'DELTA_BINARY_PACKED', flag: 'RLE', x: 'BYTE_STREAM_SPLIT', y: 'BYTE_STREAM_SPLIT',
    name: 'DELTA_LENGTH_BYTE_ARRAY', barcode: 'DELTA_BYTE_ARRAY'},
  {codec: 'GZIP', compressors: gzip})

async function writeParquetjs(name, compression, useDataPageV2) {
  const field = (type, optional) => ({type, optional, compression})
  const schema = new parquetjs.ParquetSchema({
    id: field('INT64', false), small: field('INT32', true), flag: field('BOOLEAN', true), x: field('DOUBLE', false),
    y: field('FLOAT', true), name: field('UTF8', true), barcode: field('UTF8', false),
  })
  const writer = await parquetjs.ParquetWriter.openFile(schema, name, {useDataPageV2, rowGroupSize: 150, pageSize: 64})
  for (let i = 0; i < rows; ++i) {
    const present = Object.entries(table).filter(([, values]) => values[i] !== null)
    await writer.appendRow(Object.fromEntries(present.map(([key, values]) => [key, values[i]])))
  }
  await writer.close()
}

await writeParquetjs('parquetjs_v1_snappy.parquet', 'SNAPPY', false)
await writeParquetjs('parquetjs_v2_gzip.parquet', 'GZIP', true)
