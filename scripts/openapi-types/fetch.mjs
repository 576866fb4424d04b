// node fetch.mjs URL FILE: writes a server's API description without the address it happened to listen on.
import { writeFileSync } from 'node:fs'

const [url, file] = process.argv.slice(2)
const answer = await fetch(`${url}/openapi/v1.json`)
if (!answer.ok) throw new Error(`${url}/openapi/v1.json answered ${answer.status}`)
const { servers, ...description } = await answer.json()
writeFileSync(file, `${JSON.stringify(description, null, 2)}\n`)
